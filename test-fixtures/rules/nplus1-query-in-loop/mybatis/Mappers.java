package app;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Select;

class Order {}

interface OrderMapper extends BaseMapper<Order> {}

interface XmlMapper {
  Order lookUp(Long id);

  int touch(Long id);
}

interface AnnotatedMapper {
  @Select("select * from orders where id = #{id}")
  Order one(Long id);

  @Delete("delete from orders where id = #{id}")
  int drop(Long id);
}

interface PlainInterface {
  Order find(Long id);
}
