package com.acme.orders.order;

import com.acme.orders.customer.Customer;
import com.acme.orders.customer.CustomerRepository;
import com.acme.orders.payment.PaymentClient;
import com.acme.orders.product.Product;
import com.acme.orders.product.ProductMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class OrderService {

  private static final Logger log = LoggerFactory.getLogger(OrderService.class);

  private static final Duration REMINDER_AFTER = Duration.ofDays(3);

  private final OrderRepository orders;
  private final CustomerRepository customers;
  private final ProductMapper products;
  private final PaymentClient payments;

  public OrderService(
      OrderRepository orders,
      CustomerRepository customers,
      ProductMapper products,
      PaymentClient payments) {
    this.orders = orders;
    this.customers = customers;
    this.products = products;
    this.payments = payments;
  }

  @Transactional
  public Long place(PlaceOrderRequest request) {
    Map<String, Product> bySku = productsOf(request);
    PurchaseOrder order = new PurchaseOrder(request.customerId());
    for (PlaceOrderRequest.Line line : request.lines()) {
      Product product = bySku.get(line.sku());
      if (product == null) {
        throw new UnknownProductException(line.sku());
      }
      order.add(new OrderLine(line.sku(), line.quantity(), product.price()));
    }
    PurchaseOrder saved = orders.save(order);
    log.info("order {} placed by customer {}", saved.getId(), saved.getCustomerId());
    return saved.getId();
  }

  public OrderPreview preview(PlaceOrderRequest request) {
    BigDecimal total = BigDecimal.ZERO;
    List<String> unavailable = new ArrayList<>();
    for (PlaceOrderRequest.Line line : request.lines()) {
      // want: nplus1-query-in-loop "findBySku"
      Product product = products.findBySku(line.sku());
      if (product == null || product.inStock() < line.quantity()) {
        unavailable.add(line.sku());
      } else {
        total = total.add(product.price().multiply(BigDecimal.valueOf(line.quantity())));
      }
    }
    return new OrderPreview(total, unavailable);
  }

  @Transactional(readOnly = true)
  public List<OrderView> ofCustomer(Long customerId, Pageable page) {
    String name = customers.findById(customerId).map(Customer::getName).orElse("");
    return orders.findByCustomerId(customerId, page).stream()
        .map(order -> view(order, name))
        .toList();
  }

  @Transactional(readOnly = true)
  public List<OrderView> unpaid() {
    Instant before = Instant.now().minus(REMINDER_AFTER);
    List<OrderView> views = new ArrayList<>();
    for (PurchaseOrder order :
        orders.findByStatusAndPlacedAtBefore(OrderStatus.PLACED, before)) {
      // want: nplus1-query-in-loop "findById"
      Customer customer = customers.findById(order.getCustomerId()).orElseThrow();
      views.add(view(order, customer.getName()));
    }
    return views;
  }

  @Transactional
  public void pay(Long orderId) {
    PurchaseOrder order = orders.withLines(orderId);
    payments.charge(order.getId(), order.total());
    order.markPaid();
  }

  public void note(Long orderId, String text) {
    log.info("note of {} characters for order {}", text.length(), orderId);
  }

  private Map<String, Product> productsOf(PlaceOrderRequest request) {
    List<String> skus =
        request.lines().stream().map(PlaceOrderRequest.Line::sku).distinct().toList();
    return products.findBySkus(skus).stream()
        .collect(Collectors.toMap(Product::sku, Function.identity()));
  }

  private static OrderView view(PurchaseOrder order, String customerName) {
    return new OrderView(
        order.getId(), customerName, order.getStatus(), order.getPlacedAt(), order.total());
  }
}
