package jianglian.identity.session;

import jianglian.identity.clients.TokenFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Sessions for people, tokens for systems. What an actor may see is not decided here but by every
/// query, which loads through the actor.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final String CONTENT =
      "default-src 'self'; img-src 'self' data: https:; style-src 'self'; script-src 'self';"
          + " object-src 'none'; base-uri 'self'; frame-ancestors 'self'; form-action 'self'";

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, TokenFilter tokens) {
    return http.securityMatcher("/api/**")
        .csrf(it -> it.disable())
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(tokens, AuthorizationFilter.class)
        .authorizeHttpRequests(it -> it.anyRequest().permitAll())
        .requestCache(it -> it.disable())
        .logout(it -> it.disable())
        .headers(SecurityConfiguration::headers)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http, SecurityContextRepository contexts) {
    return http.authorizeHttpRequests(it -> it.anyRequest().permitAll())
        .securityContext(it -> it.securityContextRepository(contexts))
        .requestCache(it -> it.disable())
        .logout(it -> it.logoutUrl("/sign-out").logoutSuccessUrl("/").deleteCookies("JSESSIONID"))
        .exceptionHandling(it -> it.accessDeniedHandler(formExpired()))
        .headers(SecurityConfiguration::headers)
        .build();
  }

  @Bean
  SecurityContextRepository securityContexts() {
    return new HttpSessionSecurityContextRepository();
  }

  /// The only thing the chain itself refuses is a form without its secret field.
  private static AccessDeniedHandler formExpired() {
    return (request, response, _) ->
        request.getRequestDispatcher("/form-expired").forward(request, response);
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(it -> it.policyDirectives(CONTENT))
        .frameOptions(it -> it.sameOrigin())
        .httpStrictTransportSecurity(it -> it.includeSubDomains(false))
        .referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(it -> it.policy("camera=(), microphone=(), geolocation=()"))
        .crossOriginOpenerPolicy(it ->
            it.policy(
                org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                    .CrossOriginOpenerPolicy.SAME_ORIGIN));
  }

  /// The token filter belongs to the security chain only, not to the server's own.
  @Bean
  FilterRegistrationBean<TokenFilter> tokenFilterRegistration(TokenFilter tokens) {
    var registration = new FilterRegistrationBean<>(tokens);
    registration.setEnabled(false);
    return registration;
  }
}
