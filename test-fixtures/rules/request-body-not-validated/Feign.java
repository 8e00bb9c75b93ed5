import jakarta.validation.constraints.NotBlank;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

record Mail(@NotBlank String to) {}

@FeignClient("mail")
interface MailClient {
  @PostMapping("/mails")
  void send(@RequestBody Mail mail);
}

@Component
class MailFallback implements MailClient {
  @Override
  public void send(Mail mail) {}
}
