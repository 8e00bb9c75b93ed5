package app;

import com.acme.text.Texts;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Mails {
  private final JavaMailSender sender;

  Mails(JavaMailSender sender) {
    this.sender = sender;
  }

  record Contact(String name, String address, String text, int stars) {}

  @PostMapping("/contact")
  void contact(@RequestBody Contact contact) throws MessagingException {
    MimeMessage message = sender.createMimeMessage();
    message.setSubject("Question of " + contact.name()); // want: mail-header-injection "setSubject"
    message.setText(contact.text());
    sender.send(message);
  }

  @PostMapping("/simple")
  void simple(@RequestParam String subject) { // step: mail-header-injection 1
    SimpleMailMessage message = new SimpleMailMessage();
    // want: mail-header-injection "parameter subject reaches SimpleMailMessage.setSubject"
    message.setSubject(subject); // step: mail-header-injection 2
    sender.send(message);
  }

  @PostMapping("/helper")
  void helper(@RequestParam String subject) throws MessagingException {
    MimeMessageHelper helper = new MimeMessageHelper(sender.createMimeMessage());
    helper.setSubject(subject.trim()); // want: mail-header-injection "MimeMessageHelper.setSubject"
  }

  @PostMapping("/header")
  void header(@RequestParam String campaign) throws MessagingException {
    MimeMessage message = sender.createMimeMessage();
    message.addHeader("X-Campaign", campaign); // want: mail-header-injection "addHeader"
  }

  @PostMapping("/unknown")
  void unknownStep(@RequestParam String subject) {
    SimpleMailMessage message = new SimpleMailMessage();
    message.setSubject(Texts.shorten(subject)); // want: mail-header-injection "setSubject"
  }

  @PostMapping("/body")
  void body(@RequestParam String text, @RequestBody Contact contact) throws MessagingException {
    SimpleMailMessage message = new SimpleMailMessage();
    message.setSubject("Question");
    message.setText(text);
    message.setTo(contact.address());
    sender.send(message);
  }

  @PostMapping("/address")
  void address(@RequestParam String to) throws MessagingException {
    MimeMessage message = sender.createMimeMessage();
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setFrom(new InternetAddress("shop@example.org"));
  }

  @PostMapping("/removed")
  void removed(@RequestParam String name) throws MessagingException {
    MimeMessage message = sender.createMimeMessage();
    message.setSubject("Question of " + name.replaceAll("[\\r\\n]", ""));
    message.setSubject("Question of " + name.replaceAll("[^\\p{L} ]", ""));
  }

  @PostMapping("/number")
  void number(@RequestParam long id, @RequestBody Contact contact) throws MessagingException {
    MimeMessage message = sender.createMimeMessage();
    message.setSubject("Order " + id);
    message.addHeader("X-Stars", Integer.toString(contact.stars()));
  }

  @PostMapping("/chosen")
  void chosen(@RequestParam String kind) throws MessagingException {
    MimeMessage message = sender.createMimeMessage();
    message.setSubject(kind.equals("offer") ? "An offer" : "News");
  }
}
