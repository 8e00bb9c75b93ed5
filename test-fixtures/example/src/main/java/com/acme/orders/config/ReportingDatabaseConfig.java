package com.acme.orders.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The warehouse replica that sales reports read from. */
@Configuration
public class ReportingDatabaseConfig {

  private static final int POOL_SIZE = 4;

  @Bean
  public DataSource reportingDataSource(@Value("${warehouse.reporting-url}") String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("reporting");
    // want: hardcoded-password "password"
    config.setPassword("Tr0ub4dor-and-3-horses");
    config.setMaximumPoolSize(POOL_SIZE);
    config.setReadOnly(true);
    return new HikariDataSource(config);
  }

  @Bean
  public JdbcTemplate reportingJdbc(DataSource reportingDataSource) {
    return new JdbcTemplate(reportingDataSource);
  }
}
