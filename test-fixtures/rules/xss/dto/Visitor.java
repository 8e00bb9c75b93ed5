package app;

class Visitor {
  private String name;
  private String group;

  String getName() {
    return name;
  }

  void setName(String name) {
    this.name = name;
  }

  String getGroup() {
    return group;
  }

  void setGroup(String group) {
    this.group = group;
  }
}
