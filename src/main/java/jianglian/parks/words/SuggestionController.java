package jianglian.parks.words;

import java.util.List;
import jianglian.parks.CodeWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Names of industries and regions while typing; each suggestion holds what was typed before it.
@Controller
class SuggestionController {
  private static final int MOST = 12;

  @GetMapping("/words/industries")
  String industries(@RequestParam(defaultValue = "") String industries, Model model) {
    return suggest(industries, CodeWords.INDUSTRIES, model);
  }

  @GetMapping("/words/regions")
  String regions(@RequestParam(defaultValue = "") String regions, Model model) {
    return suggest(regions, CodeWords.REGIONS, model);
  }

  private static String suggest(String typed, CodeWords words, Model model) {
    var cut = Math.max(typed.lastIndexOf('、'), typed.lastIndexOf(',')) + 1;
    var before = typed.substring(0, cut);
    var word = typed.substring(cut).strip();
    List<String> found =
        word.isEmpty()
            ? List.of()
            : words.near(word, MOST).stream().map(it -> before + it.name()).toList();
    model.addAttribute("found", found);
    return "parks/words/options";
  }
}
