package app;

import com.datastax.oss.driver.api.core.CqlSession;
import com.mongodb.BasicDBObject;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.elasticsearch.index.query.QueryBuilders;
import org.neo4j.driver.Session;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Stores {
  private static final Set<String> FIELDS = Set.of("name", "mail");

  private MongoTemplate mongo;
  private MongoCollection<Document> collection;
  private Session session;
  private CqlSession cql;

  @GetMapping("/json")
  List<Document> json(@RequestParam String name) { // step: nosql-injection 1
    String json = "{ name: '" + name + "' }"; // step: nosql-injection 2
    // want: nosql-injection "parameter name reaches new BasicQuery as text of a MongoDB query"
    return mongo.find(new BasicQuery(json), Document.class); // step: nosql-injection 3
  }

  @GetMapping("/parsed")
  Object parsed(@RequestParam String name) {
    return collection.find(Document.parse("{ \"name\": \"" + name + "\" }")).first(); // want: nosql-injection "Document.parse as text of a MongoDB query"
  }

  @GetMapping("/object")
  Object object(@RequestParam String name) {
    return collection.find(new BasicDBObject("$where", "this.name == '" + name + "'")); // want: nosql-injection "as JavaScript in a MongoDB query"
  }

  @GetMapping("/where")
  Object where(@RequestParam String name) {
    return collection.find(Filters.where("this.name == '" + name + "'")).first(); // want: nosql-injection "Filters.where as JavaScript"
  }

  @GetMapping("/field")
  List<Document> field(@RequestParam String field, @RequestParam String value) {
    return mongo.find(Query.query(Criteria.where(field).is(value)), Document.class); // want: nosql-injection "parameter field reaches Criteria.where as the name of a field"
  }

  @GetMapping("/cypher")
  Object cypher(@RequestParam String name) {
    return session.run("MATCH (u {name:'" + name + "'}) RETURN u"); // want: nosql-injection "as text of a Cypher query: bind it as a parameter"
  }

  @GetMapping("/cql")
  Object cql(@RequestParam String name) {
    return cql.execute("SELECT * FROM users WHERE name = '" + name + "'"); // want: nosql-injection "as text of a CQL statement"
  }

  @GetMapping("/wrapped")
  Object wrapped(@RequestParam String name) {
    return QueryBuilders.wrapperQuery("{\"term\": {\"name\": \"" + name + "\"}}"); // want: nosql-injection "as text of an Elasticsearch query"
  }

  // ---- safe ones

  @GetMapping("/safe")
  Object safe(@RequestParam String name, @RequestParam String field, @RequestParam int age) {
    collection.find(Filters.eq("name", name));
    collection.find(new Document("name", name));
    collection.find(new BasicDBObject("name", name));
    collection.find(Filters.regex("name", Pattern.quote(name)));
    mongo.find(Query.query(Criteria.where("name").is(name)), Document.class);
    mongo.find(new BasicQuery("{ age: " + age + " }"), Document.class);
    session.run("MATCH (u {name:$n}) RETURN u", Map.of("n", name));
    cql.execute("SELECT * FROM users WHERE name = ?", name);
    QueryBuilders.termQuery("name", name);
    QueryBuilders.simpleQueryStringQuery(name);
    if (FIELDS.contains(field)) {
      mongo.find(Query.query(Criteria.where(field).is(name)), Document.class);
    }
    return null;
  }
}
