package shop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.Data;

@Data
class Item {
  private Long id;
  private String name;
}

enum Kind {
  BOOK,
  TOY
}

final class Tables {
  static final String ITEMS = "item";

  private Tables() {}
}

@Data
class ItemQuery {
  private String name;
  private Integer page;
  private boolean trashed;
  private String orderBy;
  private Map<String, Object> params = new HashMap<>();
}

/** As generators write it. */
class ItemExample {
  protected String orderByClause;
  protected List<Criteria> oredCriteria = new ArrayList<>();

  public void setOrderByClause(String orderByClause) {
    this.orderByClause = orderByClause;
  }

  public String getOrderByClause() {
    return orderByClause;
  }

  public Criteria createCriteria() {
    Criteria criteria = new Criteria();
    oredCriteria.add(criteria);
    return criteria;
  }

  public static class Criteria {
    protected List<Criterion> criteria = new ArrayList<>();

    public Criteria andNameEqualTo(String value) {
      criteria.add(new Criterion("name =", value));
      return this;
    }
  }

  public static class Criterion {
    private final String condition;
    private final Object value;

    Criterion(String condition, Object value) {
      this.condition = condition;
      this.value = value;
    }

    public String getCondition() {
      return condition;
    }
  }
}
