import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BookingController {

  private Bookings bookings;
  private Waitlist waitlist;

  @PostMapping("/bookings")
  void book(@RequestBody Booking booking) {
    bookings.book(booking);
  }

  @PostMapping("/waitlist")
  void queue(@RequestBody Booking booking) { // want: request-body-not-validated "parameter booking of BookingController.queue"
    waitlist.add(booking);
  }
}
