package shop;

import com.baomidou.mybatisplus.core.conditions.Wrapper;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Param;

public interface ItemMapper {
  List<Item> sorted(@Param("sort") String sort);

  List<Item> named(@Param("name") String name);

  List<Item> bound(@Param("name") String name, @Param("owner") String owner);

  List<Item> single(String ids);

  List<Item> number(@Param("id") Long id, @Param("limit") int limit);

  List<Item> byKind(@Param("kind") Kind kind);

  List<Item> query(ItemQuery query);

  List<Item> allowed(@Param("sort") String sort, @Param("direction") String direction);

  List<Item> halfAllowed(@Param("sort") String sort);

  List<Item> bind(@Param("name") String name, @Param("owner") String owner);

  List<Item> each(
      @Param("names") List<String> names,
      @Param("ids") List<Long> ids,
      @Param("owners") List<String> owners);

  List<Item> included(@Param("order") String order);

  List<Item> scoped(ItemQuery query);

  List<Item> shared(@Param("request") ItemQuery query);

  List<Item> constants(ItemQuery query);

  int byMap(Map<String, Object> values);

  List<Item> table(@Param("table") String table);

  List<Item> lookedUp(@Param("sort") String sort);

  List<Item> script(@Param("name") String name);

  List<Item> positions(String first, String second);

  List<Item> wrapped(@Param("ew") Wrapper<Item> wrapper);

  List<Item> nobodyCalls(@Param("sort") String sort);

  List<Item> unknownCaller(@Param("name") String name);

  List<Item> byExample(ItemExample example);
}
