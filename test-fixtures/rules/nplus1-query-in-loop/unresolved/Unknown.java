import com.example.gone.Repository;
import java.util.List;

class Unknown {
  private Repository repository;
  private Undeclared undeclared;

  void find(List<Long> ids) {
    for (Long id : ids) {
      repository.findById(id);
      undeclared.findById(id);
    }
  }
}
