package jianglian.world;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A test on real data that lies beside the checkout in `../shared/data` and is never part of the
/// project. Without that folder the test is left out and the run says so; where `CI=true` its
/// absence is a failure.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealData.Present.class)
public @interface RealData {
  Path FOLDER = Path.of("..", "shared", "data");

  final class Present implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (Files.isDirectory(FOLDER) || "true".equals(System.getenv("CI"))) {
        return ConditionEvaluationResult.enabled("real data");
      }
      var reason = context.getDisplayName() + " is left out: there is no " + FOLDER;
      System.out.println(reason);
      return ConditionEvaluationResult.disabled(reason);
    }
  }
}
