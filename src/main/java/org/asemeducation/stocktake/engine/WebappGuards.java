package org.asemeducation.stocktake.engine;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.camunda.bpm.engine.IdentityService;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts our filters between Spring Security and Camunda's own.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebappGuards {

	@Bean
	FilterRegistrationBean<Filter> plainEngineErrors() {
		return between(new PlainEngineErrors(), 2, "/camunda/api/*");
	}

	@Bean
	FilterRegistrationBean<Filter> engineCallGuard(IdentityService identities) {
		return between(new EngineCallGuard(identities), 3, "/camunda/api/*");
	}

	@Bean
	FilterRegistrationBean<Filter> webappSignIn() {
		return between(new WebappSignIn(), 4, "/camunda/api/*", "/camunda/app/*");
	}

	@Bean
	FilterRegistrationBean<Filter> pageNonce() {
		return between(new PageNonce(), 5, "/camunda/*");
	}

	@Bean
	FilterRegistrationBean<Filter> tokenFollowsSession(WebappToken token) {
		return between(new TokenFollowsSession(token), 4, "/camunda/api/*", "/camunda/app/*");
	}

	private static FilterRegistrationBean<Filter> between(Filter filter, int place, String... paths) {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + place);
		registration.addUrlPatterns(paths);
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		return registration;
	}

}
