package app;

import com.baomidou.mybatisplus.extension.service.impl.ServiceImpl;
import java.util.List;
import java.util.stream.Collectors;

class OrderService extends ServiceImpl<OrderMapper, Order> {
  private XmlMapper xml;
  private AnnotatedMapper annotated;
  private OrderMapper orders;
  private PlainInterface plain;

  void xml(List<Long> ids) {
    for (Long id : ids) {
      xml.lookUp(id); // want: nplus1-query-in-loop "XmlMapper.lookUp"
      xml.touch(id);
    }
  }

  void annotated(List<Long> ids) {
    for (Long id : ids) {
      annotated.one(id); // want: nplus1-query-in-loop "AnnotatedMapper.one"
      annotated.drop(id);
    }
  }

  void plus(List<Long> ids) {
    for (Long id : ids) {
      orders.selectById(id); // want: nplus1-query-in-loop "OrderMapper.selectById"
      this.getById(id); // want: nplus1-query-in-loop "OrderService.getById"
    }
    orders.selectBatchIds(ids);
    listByIds(ids);
  }

  List<Order> references(List<Long> ids) {
    return ids.stream().map(orders::selectById).collect(Collectors.toList()); // want: nplus1-query-in-loop "map over ids"
  }

  void noMapper(List<Long> ids) {
    for (Long id : ids) {
      plain.find(id);
    }
  }
}
