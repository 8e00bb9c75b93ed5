import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.hibernate.Session;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

class Item {
  Long id;
}

class Apis {
  private EntityManager entityManager;
  private javax.persistence.EntityManager oldEntityManager;
  private Session session;
  private JdbcTemplate jdbc;
  private MongoTemplate mongo;

  void jpa(List<Long> ids) {
    for (Long id : ids) {
      entityManager.find(Item.class, id); // want: nplus1-query-in-loop "EntityManager.find"
      oldEntityManager.find(Item.class, id); // want: nplus1-query-in-loop "EntityManager.find"
      session.get(Item.class, id); // want: nplus1-query-in-loop "Session.get"
    }
  }

  void jpaQuery(List<Long> ids) {
    for (Long id : ids) {
      entityManager.createQuery("select i from Item i where i.id = :id").setParameter("id", id).getSingleResult(); // want: nplus1-query-in-loop "getSingleResult"
    }
  }

  void jpaQueryInVariable(List<Long> ids) {
    var query = entityManager.createQuery("select i from Item i where i.id = :id");
    for (Long id : ids) {
      query.setParameter("id", id);
      query.getResultList(); // want: nplus1-query-in-loop "Query.getResultList"
    }
  }

  void template(List<Long> ids) {
    for (Long id : ids) {
      jdbc.queryForObject("select name from item where id = ?", String.class, id); // want: nplus1-query-in-loop "JdbcTemplate.queryForObject"
    }
  }

  void mongo(List<Long> ids) {
    for (Long id : ids) {
      mongo.findById(id, Item.class); // want: nplus1-query-in-loop "MongoTemplate.findById"
    }
  }

  void statement(Connection connection, List<Long> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select 1 from item where id = ?")) {
      for (Long id : ids) {
        statement.setLong(1, id);
        try (ResultSet rows = statement.executeQuery()) { // want: nplus1-query-in-loop "PreparedStatement.executeQuery"
          rows.next();
        }
      }
    }
  }

  void rowByRow(Statement outer, Statement inner) throws SQLException {
    ResultSet rows = outer.executeQuery("select id from item");
    while (rows.next()) {
      long id = rows.getLong(1);
      inner.executeQuery("select * from price where item = " + id); // want: nplus1-query-in-loop "Statement.executeQuery"
    }
  }

  void batch(Connection connection, List<Long> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("delete from item where id = ?")) {
      for (Long id : ids) {
        statement.setLong(1, id);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  void batches(List<List<Object[]>> chunks) {
    for (List<Object[]> chunk : chunks) {
      jdbc.batchUpdate("insert into item(id) values (?)", chunk);
    }
  }

  void statements(List<String> statements, long id) {
    for (String sql : statements) {
      jdbc.queryForList(sql, id);
    }
  }

  void deleteReturning(List<Long> ids) {
    for (Long id : ids) {
      jdbc.queryForObject("DELETE FROM item WHERE id = ? RETURNING version", Long.class, id);
    }
  }

  void pagesByKey(int size) {
    long last = 0;
    List<Item> batch;
    do {
      batch = jdbc.query("select * from item where id > ? limit ?", (row, n) -> new Item(), last, size);
      last = batch.isEmpty() ? 0 : batch.get(batch.size() - 1).id;
    } while (batch.size() == size);
  }
}
