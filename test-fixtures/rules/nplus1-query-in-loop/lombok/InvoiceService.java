import java.util.List;
import lombok.AllArgsConstructor;
import lombok.Data;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.Value;
import org.springframework.data.repository.CrudRepository;
import org.springframework.stereotype.Service;

@Data
class Invoice {
  private Long id;
  private Buyer buyer;
}

@Value
class Buyer {
  Long id;
}

interface BuyerRepository extends CrudRepository<Buyer, Long> {}

@Service
@RequiredArgsConstructor
class InvoiceService {
  private final BuyerRepository buyers;
  private final Lookup lookup;

  void getters(List<Invoice> invoices) {
    for (var invoice : invoices) {
      buyers.findById(invoice.getBuyer().getId()); // want: nplus1-query-in-loop "BuyerRepository.findById"
      lookup.byInvoice(invoice); // want: nplus1-query-in-loop "Lookup.byInvoice"
    }
    invoices.stream().map(Invoice::getBuyer).map(Buyer::getId).map(buyers::findById).toList(); // want: nplus1-query-in-loop "BuyerRepository.findById"
  }
}

@Service
@AllArgsConstructor
class Lookup {
  @Getter private BuyerRepository buyers;

  Buyer byInvoice(Invoice invoice) {
    return getBuyers().findById(invoice.getBuyer().getId()).orElse(null);
  }
}
