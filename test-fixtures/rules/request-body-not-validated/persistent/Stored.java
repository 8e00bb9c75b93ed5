package app;

import com.mybatisflex.annotation.Table;
import jakarta.validation.constraints.NotBlank;
import org.springframework.data.mongodb.core.mapping.*;
import org.springframework.web.bind.annotation.*;

/** The mirror of a table or document asks for nothing where it is a filter. */
@Document("notes")
class Note {
  @NotBlank private String title;
}

@org.springframework.data.relational.core.mapping.Table("tickets")
class Ticket {
  @NotBlank private String title;
}

@org.springframework.data.cassandra.core.mapping.Table("events")
class Event {
  @NotBlank private String title;
}

@org.springframework.data.elasticsearch.annotations.Document(indexName = "pages")
class Page {
  @NotBlank private String title;
}

@Table("t_menu")
class Menu {
  @NotBlank private String title;
}

@javax.persistence.Table(name = "t_area")
class Area {
  @NotBlank private String title;
}

@RestController
class StoredController {
  @PostMapping("/notes/list")
  void listNotes(@RequestBody Note note) {}

  @PostMapping("/tickets/list")
  void listTickets(@RequestBody Ticket ticket) {}

  @PostMapping("/events/list")
  void listEvents(@RequestBody Event event) {}

  @PostMapping("/pages/list")
  void listPages(@RequestBody Page page) {}

  @PostMapping("/menus/list")
  void listMenus(@RequestBody Menu menu) {}

  @PostMapping("/areas/list")
  void listAreas(@RequestBody Area area) {}

  @PostMapping("/menus")
  void create(@RequestBody Menu menu) {} // want: request-body-not-validated "Menu has constraints (title)"
}
