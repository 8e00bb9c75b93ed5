package com.acme.orders.product;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
public interface ProductMapper {

  Product findBySku(@Param("sku") String sku);

  List<Product> findBySkus(@Param("skus") List<String> skus);

  int reserve(@Param("sku") String sku, @Param("quantity") int quantity);
}
