package jianglian.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import jianglian.audit.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  private final Reader reader;

  private final Pages pages;

  WebConfiguration(@Lazy Reader reader, @Lazy Pages pages) {
    this.reader = reader;
    this.pages = pages;
  }

  /// Chinese unless the reader chose otherwise; the choice is remembered for a year.
  @Bean
  LocaleResolver localeResolver() {
    var resolver = new CookieLocaleResolver("lang");
    resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setRejectInvalidCookies(false);
    return resolver;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    var change = new LocaleChangeInterceptor();
    change.setParamName("lang");
    change.setIgnoreInvalidLocale(true);
    registry.addInterceptor(new StorableInput());
    registry.addInterceptor(change);
    registry.addInterceptor(new LookInterceptor());
    registry.addInterceptor(new PageInterceptor(pages));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ActorArgument(reader));
  }

  /// A controller asks for who acts by a parameter of type [Actor]; by one of type [Actor.Person]
  /// it asks for a signed-in person, by [Actor.Client] for a park's system.
  private record ActorArgument(Reader reader) implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return Actor.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      var servlet = request.getNativeRequest(HttpServletRequest.class);
      var actor = servlet == null ? new Actor.Visitor() : reader.actor(servlet);
      if (parameter.getParameterType().isInstance(actor)) return actor;
      throw parameter.getParameterType() == Actor.Client.class
          ? new TokenRequired()
          : new SignInRequired();
    }
  }
}
