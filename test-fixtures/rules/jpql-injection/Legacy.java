package app;

import javax.inject.Inject;
import javax.persistence.EntityManager;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;

@Path("/users")
class Legacy {
  @Inject private EntityManager entityManager;

  @GET
  public Object find(@QueryParam("name") String name, @QueryParam("id") Long id) {
    entityManager.createQuery("select u from User u where u.id = " + id).getSingleResult();
    return entityManager.createQuery(String.format("select u from User u where u.name = '%s'", name)).getResultList(); // want: jpql-injection "EntityManager.createQuery between quotation marks of JPQL text"
  }
}
