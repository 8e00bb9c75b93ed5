package jakarta.persistence;

public interface EntityManager {
  Query createQuery(String text);

  <T> TypedQuery<T> createQuery(String text, Class<T> type);

  Query createNativeQuery(String text);
}
