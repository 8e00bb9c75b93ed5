package app;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

class UserQueries {
  private EntityManager entityManager;

  List<User> typed(HttpServletRequest request) {
    String email = request.getParameter("email");
    return entityManager
        .createQuery("select u from User u where u.email = :email", User.class)
        .setParameter("email", email)
        .getResultList();
  }

  List<?> direct(HttpServletRequest request) {
    return entityManager.createQuery("select u from User u where u.name like :name and u.group = :groupValue").setParameter("name", request.getParameter("name") + "%").setParameter("groupValue", request.getParameter("group")).getResultList();
  }

  List<User> variable(HttpServletRequest request, int level) {
    String name = request.getParameter("name");
    String jpql = "select u from User u where u.level = " + level + " and u.name = :name";
    TypedQuery<User> query = entityManager.createQuery(jpql, User.class).setParameter("name", name);
    return query.getResultList();
  }

  int nativeUpdate(HttpServletRequest request) {
    String from = request.getParameter("from");
    Query query = entityManager.createNativeQuery("update users set name = ?1 where name = ?2").setParameter(1, request.getParameter("to")).setParameter(2, from);
    return query.executeUpdate();
  }

  List<?> logged(HttpServletRequest request) {
    String jpql = "select u from User u where u.name = :name";
    System.out.println(jpql);
    return entityManager.createQuery(jpql).setParameter("name", request.getParameter("name")).getResultList();
  }

  // ---- none is certainly right

  List<?> unquoted(HttpServletRequest request) {
    return entityManager.createQuery("select u from User u where u.id = " + request.getParameter("id")).getResultList();
  }

  List<?> reassigned(HttpServletRequest request) {
    String name = request.getParameter("name");
    String jpql = "select u from User u where u.name = '" + name + "'";
    name = "";
    System.out.println(name);
    return entityManager.createQuery(jpql).getResultList();
  }

  List<?> usedTwice(HttpServletRequest request) {
    String jpql = "select u from User u where u.name = '" + request.getParameter("name") + "'";
    show(jpql);
    return entityManager.createQuery(jpql).getResultList();
  }

  private static void show(String text) {}

  static class User {}
}
