package com.acme.orders.payment;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
public class PaymentClient {

  // Invented for this example; no provider ever issued it.
  // want: hardcoded-api-key "API_KEY"
  private static final String API_KEY = "acmepay-7Qz4Lr9Xw2Kd8Vn5Bm3Hs6Jt1Fy0Gc";

  private static final String CHARGES = "/charges";

  private final RestClient http;

  public PaymentClient(RestClient.Builder builder, @Value("${payment.base-url}") String baseUrl) {
    this.http =
        builder
            .baseUrl(baseUrl)
            .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + API_KEY)
            .build();
  }

  public void charge(Long orderId, BigDecimal amount) {
    http.post()
        .uri(CHARGES)
        .body(Map.of("reference", "order-" + orderId, "amount", amount))
        .retrieve()
        .toBodilessEntity();
  }
}
