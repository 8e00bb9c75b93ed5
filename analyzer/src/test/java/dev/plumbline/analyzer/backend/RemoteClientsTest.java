package dev.plumbline.analyzer.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteClientsTest {

  private static List<String> clients(String... files) {
    return Backends.of(files).remoteClients().all().stream()
        .map(
            each ->
                each.type().displayName()
                    + " "
                    + each.protocol()
                    + " "
                    + each.by()
                    + " "
                    + each.targets()
                    + " "
                    + each.calls())
        .toList();
  }

  @Test
  void interfacesSayWhomTheyCall() {
    assertThat(
            clients(
                "package p; @org.springframework.cloud.openfeign.FeignClient(name = \"stock\", url ="
                    + " \"${stock.url}\") interface Stock { String get(); int put(int i); }",
                "package p; @org.springframework.cloud.openfeign.FeignClient(\"users\") interface"
                    + " Users { String get(); }",
                "package p; interface Git { @retrofit2.http.GET(\"/repos\") Object repos(); }",
                "package p; interface Plain { String get(); }"))
        .containsExactly(
            "Stock http @FeignClient [${stock.url}] 2",
            "Users http @FeignClient [users] 1",
            "Git http Retrofit [/repos] 1");
  }

  @Test
  void codeIsListedByClassWithConstantAddresses() {
    assertThat(
            clients(
                "package p; import org.springframework.web.client.RestTemplate; class A {"
                    + " static final String BASE = \"https://api.example.org\";"
                    + " RestTemplate rest; void f(String id) {"
                    + " rest.getForObject(BASE + \"/items\", String.class);"
                    + " Runnable r = new Runnable() { public void run() {"
                    + " rest.delete(id); } }; } }",
                "package p; class B { org.springframework.mail.javamail.JavaMailSender mail;"
                    + " void f() { mail.createMimeMessage(); } }"))
        .containsExactly(
            "A http RestTemplate [https://api.example.org/items] 2", "B mail JavaMailSender [] 1");
  }

  @Test
  void aRestTemplateOfTheProjectCallsNobody() {
    assertThat(
            clients(
                "package p; class RestTemplate { void get(String s) {} }",
                "package p; class A { RestTemplate t; void f() { t.get(\"http://x.y\"); } }"))
        .isEmpty();
  }
}
