package org.asemeducation.stocktake.engine;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Tells Camunda's web applications who is signed in with us, so that there is one
 * sign-in.
 */
class WebappSignIn extends ContainerBasedAuthenticationFilter {

	@Override
	public void init(FilterConfig configuration) {
		this.authenticationProvider = new SpringSecurity();
	}

	private static final class SpringSecurity implements AuthenticationProvider {

		@Override
		public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
			Authentication person = SecurityContextHolder.getContext().getAuthentication();
			if (person == null || !person.isAuthenticated() || person instanceof AnonymousAuthenticationToken) {
				return AuthenticationResult.unsuccessful();
			}
			return AuthenticationResult.successful(person.getName());
		}

		@Override
		public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
			// 401 says it all
		}

	}

}
