package jianglian.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What goes wrong before a controller is reached (an address the firewall refuses) or after it
/// (while a page is written) is answered like everything else.
@Controller
class UnhandledErrors implements ErrorController {
  private final ErrorAdvice advice;

  UnhandledErrors(ErrorAdvice advice) {
    this.advice = advice;
  }

  @RequestMapping("/error")
  Object answer(HttpServletRequest request) {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var code = status instanceof Integer known ? known : 404;
    return advice.answer(request, code, Problems.key(code), List.of());
  }
}
