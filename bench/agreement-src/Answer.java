import java.util.List;

/**
 * The declaration that somebody says a site means.
 *
 * @param owner canonical name of the type that declares it
 * @param name {@code <init>} for constructors
 * @param parameters erased; {@code ?} for one that the answerer could not name
 * @param generated whether no source shows it
 */
record Answer(String owner, String name, List<String> parameters, boolean generated) {

  static final String UNKNOWN = "?";

  boolean sameMethod(Answer other) {
    if (!name.equals(other.name) || parameters.size() != other.parameters.size()) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      String a = parameters.get(i);
      String b = other.parameters.get(i);
      if (!a.equals(b) && !a.equals(UNKNOWN) && !b.equals(UNKNOWN)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return owner + "." + name + "(" + String.join(", ", parameters) + ")";
  }
}
