import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Controller;

record Chat(@NotBlank String text) {}

@Controller
@MessageMapping("/chat")
class ChatController {

  @MessageMapping("/send")
  void send(@Payload Chat chat) {} // want: request-body-not-validated "parameter chat of ChatController.send"

  @MessageMapping("/send/{room}")
  void room(@DestinationVariable String room, Chat chat, Principal user) {} // want: request-body-not-validated "parameter chat of ChatController.room"

  @MessageMapping("/valid")
  void valid(@Payload @Valid Chat chat) {}
}
