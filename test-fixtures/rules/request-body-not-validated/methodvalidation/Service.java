import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Service;
import org.springframework.validation.annotation.Validated;

record Booking(@NotNull String seat) {}

interface Bookings {
  void book(@Valid Booking booking);
}

@Service
@Validated
class DefaultBookings implements Bookings {
  @Override
  public void book(Booking booking) {}
}

/** Nothing on the class asks for method validation. */
@Service
class Waitlist {
  void add(@Valid Booking booking) {}
}
