package org.asemeducation.stocktake.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.asemeducation.stocktake.access.provider.ProviderSignOut;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/**
 * Answers the sign-out of our pages.
 */
class SignedOutHere implements LogoutSuccessHandler {

	private final ProviderSignOut provider;

	SignedOutHere(ProviderSignOut provider) {
		this.provider = provider;
	}

	@Override
	public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication person) throws IOException {
		this.provider.remember(request, person);
		response.sendRedirect(request.getContextPath() + "/login?signed-out");
	}

}
