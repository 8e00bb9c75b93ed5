package com.acme.orders.order;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

public interface OrderRepository extends JpaRepository<PurchaseOrder, Long> {

  Page<PurchaseOrder> findByCustomerId(Long customerId, Pageable page);

  List<PurchaseOrder> findByStatusAndPlacedAtBefore(OrderStatus status, Instant before);

  @Query("select distinct o from PurchaseOrder o join fetch o.lines where o.id = :id")
  PurchaseOrder withLines(@Param("id") Long id);
}
