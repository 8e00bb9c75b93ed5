package notes;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Mapper
interface NoteMapper {
  String FROM = "select text from note where ";

  @Select(FROM + "title = '${title}'") // want: mybatis-dollar-placeholder "parameter title reaches NoteMapper.byTitle"
  List<String> byTitle(@Param("title") String title);

  @Select({"select text from note", "where title = #{title}"})
  List<String> bound(@Param("title") String title);

  @Select({"select text from note", "order by ${sort}"}) // want: mybatis-dollar-placeholder "parameter sort reaches NoteMapper.sorted"
  List<String> sorted(String sort);

  @Select("<script>select text from note <if test=\"sort == 'title'\">order by ${sort}</if></script>")
  List<String> checked(@Param("sort") String sort);

  @Select("<script>select text from note where id in <foreach collection='ids' item='id' open='(' close=')'>${id}</foreach></script>") // want: mybatis-dollar-placeholder "parameter ids reaches NoteMapper.listed"
  List<String> listed(@Param("ids") List<String> ids);

  @Update("update note set views = views + ${step} where id = #{id}")
  int count(@Param("id") long id, @Param("step") int step);

  @Delete("delete from ${table} where id = #{id}")
  int delete(@Param("table") String table, @Param("id") long id);
}

@RestController
class NoteController {
  private final NoteMapper notes;

  NoteController(NoteMapper notes) {
    this.notes = notes;
  }

  @GetMapping("/notes")
  List<String> notes(
      @RequestParam String title, @RequestParam String sort, @RequestParam List<String> ids) {
    notes.bound(title);
    notes.sorted(sort);
    notes.checked(sort);
    notes.listed(ids);
    notes.count(1, 2);
    notes.delete("note", 3);
    return notes.byTitle(title);
  }
}
