package dev.plumbline.analyzer.inventory;

import dev.plumbline.analyzer.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing of a section: named values in a fixed order, and where it stands.
 *
 * @param location absent for what is no place in a file, such as a module without a build file
 */
public record Entry(Optional<Location> location, List<Field> fields) {

  public Entry {
    Objects.requireNonNull(location);
    fields = List.copyOf(fields);
  }

  /** A named value. */
  public record Field(String name, Value value) {
    public Field {
      Objects.requireNonNull(name);
      Objects.requireNonNull(value);
    }
  }

  /** What a field holds. */
  public sealed interface Value {}

  public record Text(String text) implements Value {
    public Text {
      Objects.requireNonNull(text);
    }
  }

  public record Texts(List<String> texts) implements Value {
    public Texts {
      texts = List.copyOf(texts);
    }
  }

  public record Count(long number) implements Value {}

  public record Flag(boolean set) implements Value {}

  /** Parts with fields of their own. */
  public record Entries(List<Entry> entries) implements Value {
    public Entries {
      entries = List.copyOf(entries);
    }
  }

  public Optional<Value> value(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).findFirst();
  }

  public static Builder at(Location location) {
    return new Builder(Optional.of(location));
  }

  /** Something that is no place in a file. */
  public static Builder nowhere() {
    return new Builder(Optional.empty());
  }

  /** Gathers fields in order. */
  public static final class Builder {
    private final Optional<Location> location;
    private final List<Field> fields = new ArrayList<>();

    private Builder(Optional<Location> location) {
      this.location = location;
    }

    public Builder text(String name, String text) {
      return add(name, new Text(text));
    }

    /** Leaves the field out when there is no text. */
    public Builder text(String name, Optional<String> text) {
      return text.isPresent() ? text(name, text.get()) : this;
    }

    public Builder texts(String name, List<String> texts) {
      return add(name, new Texts(texts));
    }

    public Builder count(String name, long number) {
      return add(name, new Count(number));
    }

    public Builder flag(String name, boolean set) {
      return add(name, new Flag(set));
    }

    public Builder entries(String name, List<Entry> entries) {
      return add(name, new Entries(entries));
    }

    private Builder add(String name, Value value) {
      fields.add(new Field(name, value));
      return this;
    }

    public Entry build() {
      return new Entry(location, fields);
    }
  }
}
