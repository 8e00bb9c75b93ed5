package notes;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Constraint(validatedBy = SortColumnValidator.class)
@interface SortColumn {
  String[] accepts() default {"title", "id"};

  String message() default "unknown column";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}

class SortColumnValidator implements ConstraintValidator<SortColumn, String> {
  private List<String> columns;

  @Override
  public void initialize(SortColumn annotation) {
    columns = new ArrayList<>();
    for (String each : annotation.accepts()) {
      columns.add(each.toUpperCase());
    }
  }

  @Override
  public boolean isValid(String value, ConstraintValidatorContext context) {
    if (value == null) {
      return true;
    }
    if (!columns.contains(value.toUpperCase())) {
      return false;
    }
    return true;
  }
}

@Constraint(validatedBy = NotTooLongValidator.class)
@interface NotTooLong {
  String message() default "too long";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}

class NotTooLongValidator implements ConstraintValidator<NotTooLong, String> {
  @Override
  public boolean isValid(String value, ConstraintValidatorContext context) {
    return value == null || value.length() < 100;
  }
}

@Mapper
interface NoteMapper {
  @Select("select text from note order by ${sort}")
  List<String> checked(String sort);

  @Select("select text from note order by ${sort}") // want: mybatis-dollar-placeholder "parameter sort reaches NoteMapper.unchecked"
  List<String> unchecked(String sort);

  @Select("select text from note order by ${sort}")
  List<String> matched(String sort);

  @Select("select text from note order by ${sort}") // want: mybatis-dollar-placeholder "parameter loose reaches NoteMapper.loose"
  List<String> loose(String sort);
}

@Validated
@RestController
class NoteController {
  private final NoteMapper notes;

  NoteController(NoteMapper notes) {
    this.notes = notes;
  }

  @GetMapping("/checked")
  List<String> checked(@SortColumn @RequestParam String sort) {
    return notes.checked(sort);
  }

  @GetMapping("/unchecked")
  List<String> unchecked(@NotTooLong @NotBlank @RequestParam String sort) {
    return notes.unchecked(sort);
  }

  @GetMapping("/matched")
  List<String> matched(
      @Pattern(regexp = "[a-z_]+") @RequestParam String sort,
      @Pattern(regexp = ".+") @RequestParam String loose) {
    notes.loose(loose);
    return notes.matched(sort);
  }
}
