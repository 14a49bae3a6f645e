package org.asemeducation.stocktake.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who may watch: whether all is well is for everybody, in one word; what is wrong, the
 * figures and the version are for {@link Watchers}. Nothing here makes a session.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WatchSecurity {

	private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

	private final Watchers watchers;

	private final Refusals refusals;

	WatchSecurity(WatchSettings settings, Accounts accounts, Refusals refusals) {
		this.watchers = new Watchers(settings, accounts);
		this.refusals = refusals;
	}

	@Bean
	@Order(0)
	SecurityFilterChain watching(HttpSecurity http) throws Exception {
		return http.securityMatcher(PATH.matcher("/actuator/**"))
			.addFilterAfter(this.watchers, SecurityContextHolderFilter.class)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
			.requestCache(AbstractHttpConfigurer::disable)
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.headers((headers) -> headers.contentSecurityPolicy(
					(policy) -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
			.exceptionHandling(
					(refused) -> refused.authenticationEntryPoint(this.refusals).accessDeniedHandler(this.refusals))
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers(PATH.matcher("/actuator/health"), PATH.matcher("/actuator/health/**"))
				.permitAll()
				.anyRequest()
				.hasRole(Watchers.ROLE))
			.build();
	}

}
