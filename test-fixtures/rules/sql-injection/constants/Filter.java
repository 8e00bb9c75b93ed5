package constants;

import lombok.Data;

@Data
class Filter {
  private String name;
  private String sort;

  String order() {
    return sort == null ? "" : " order by " + sort;
  }
}
