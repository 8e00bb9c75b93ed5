package app;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.util.List;
import org.hibernate.Session;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Queries {
  private EntityManager entityManager;
  private Session session;
  private UserRepository users;

  static class User {
    String email;
  }

  interface UserRepository {
    List<User> findAll(Specification<User> specification);
  }

  @GetMapping("/mail")
  List<User> mail(@RequestParam String email) { // step: jpql-injection 1
    String jpql = "select u from User u where u.email = '" + email + "'"; // step: jpql-injection 2
    // want: jpql-injection "parameter email reaches EntityManager.createQuery between quotation marks of JPQL text: bind it as a parameter"
    return entityManager.createQuery(jpql, User.class).getResultList(); // step: jpql-injection 3
  }

  @GetMapping("/hql")
  List<?> hql(@RequestParam String sort) {
    return session.createQuery("from User order by " + sort).list(); // want: jpql-injection "Session.createQuery behind ORDER BY of JPQL text"
  }

  @GetMapping("/builder")
  List<User> builder(@RequestParam String name, @RequestParam String kind) {
    StringBuilder jpql = new StringBuilder("select u from User u where 1 = 1");
    if (name != null) {
      jpql.append(" and u.name = :name");
    }
    if (kind != null) {
      jpql.append(" and u.kind = ").append(kind);
    }
    TypedQuery<User> query = entityManager.createQuery(jpql.toString(), User.class); // want: jpql-injection "parameter kind reaches EntityManager.createQuery as an unquoted value"
    query.setParameter("name", name);
    return query.getResultList();
  }

  // ---- safe ones

  @GetMapping("/bound")
  List<User> bound(@RequestParam String email) {
    return entityManager.createQuery("select u from User u where u.email = :email", User.class).setParameter("email", email).getResultList();
  }

  @GetMapping("/criteria")
  List<User> criteria(@RequestParam String email) {
    CriteriaBuilder builder = entityManager.getCriteriaBuilder();
    CriteriaQuery<User> query = builder.createQuery(User.class);
    Root<User> root = query.from(User.class);
    query.where(builder.like(root.get("email"), "%" + email + "%"));
    return entityManager.createQuery(query).getResultList();
  }

  @GetMapping("/specification")
  List<User> specification(@RequestParam String email) {
    return users.findAll((root, query, builder) -> builder.equal(root.get("email"), email));
  }

  @GetMapping("/entity")
  List<?> entity(@RequestParam boolean active, @RequestParam int limit) {
    return session.createQuery("from " + User.class.getSimpleName() + " where active = " + active + " and rank < " + limit).list();
  }
}
