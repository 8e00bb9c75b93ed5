package app;

import com.acme.text.Texts;
import com.opencsv.CSVWriter;
import java.io.IOException;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.Cell;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Exports {
  record Row(String name, int count) {}

  private CSVPrinter printer;
  private CSVWriter writer;
  private Cell cell;

  @PostMapping("/printer")
  void printed(@RequestParam String name) throws IOException { // step: csv-injection 1
    // want: csv-injection "parameter name reaches CSVPrinter.printRecord as the beginning of a cell"
    printer.printRecord("user", name); // step: csv-injection 2
  }

  @PostMapping("/row")
  void row(@RequestBody Row row) throws IOException {
    printer.print(row.name()); // want: csv-injection "CSVPrinter.print"
    printer.print(row.count());
  }

  @PostMapping("/writer")
  void written(@RequestParam String name) {
    writer.writeNext(new String[] {"user", name}); // want: csv-injection "writeNext"
  }

  @PostMapping("/formula")
  void formula(@RequestParam String formula) {
    cell.setCellFormula(formula); // want: csv-injection "setCellFormula"
  }

  @PostMapping("/unknown")
  void unknownStep(@RequestParam String name) throws IOException {
    printer.print(Texts.of(name)); // want: csv-injection "CSVPrinter.print"
  }

  @PostMapping("/behind")
  void behindText(@RequestParam String name) throws IOException {
    printer.printRecord("user " + name);
    printer.printRecord("'" + name);
  }

  @PostMapping("/cell")
  void cell(@RequestParam String name) {
    cell.setCellValue(name);
  }

  @PostMapping("/numbers")
  void numbers(@RequestParam long id, @RequestParam boolean open) throws IOException {
    printer.printRecord(id, open);
  }

  @PostMapping("/matched")
  void matched(@RequestParam String name) throws IOException {
    if (name.matches("[A-Za-z ]+")) {
      printer.printRecord(name);
    }
  }

  @PostMapping("/cleaned")
  void cleaned(@RequestParam String name) throws IOException {
    printer.printRecord(name.replaceAll("[^A-Za-z0-9 ]", ""));
    printer.printRecord("constant", 1);
  }
}
