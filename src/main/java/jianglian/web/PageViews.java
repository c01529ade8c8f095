package jianglian.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.springframework.boot.autoconfigure.JteProperties;
import gg.jte.springframework.boot.autoconfigure.JteView;
import gg.jte.springframework.boot.autoconfigure.JteViewResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.view.AbstractUrlBasedView;

/// Draws a template into bytes first and sends them at once. What stands in the template is bytes
/// already, and a response asked for every small piece costs more than the drawing.
@Component
class PageViews extends JteViewResolver {
  private final TemplateEngine templates;

  PageViews(TemplateEngine templates, JteProperties properties) {
    super(templates, properties);
    this.templates = templates;
  }

  @Override
  protected AbstractUrlBasedView instantiateView() {
    return new PageView(templates);
  }

  private static final class PageView extends JteView {
    private final TemplateEngine templates;

    PageView(TemplateEngine templates) {
      super(templates);
      this.templates = templates;
    }

    @Override
    protected void renderMergedTemplateModel(
        Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      var output = new Utf8ByteOutput();
      templates.render(getUrl(), model, output);
      response.setContentType("text/html;charset=UTF-8");
      response.setContentLength(output.getContentLength());
      output.writeTo(response.getOutputStream());
    }
  }
}
