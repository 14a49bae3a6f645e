package org.asemeducation.stocktake.access;

import java.io.IOException;
import java.net.URI;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Leads whoever has signed in back to the page that was asked for. Only path and query
 * count, so that it is a page of ours, under whatever name and port the browser has it.
 */
class BackToPage extends SavedRequestAwareAuthenticationSuccessHandler implements RedirectStrategy {

	private final Function<HttpServletRequest, String> place;

	BackToPage(RequestCache deepLinks, Function<HttpServletRequest, String> place) {
		this.place = place;
		setRequestCache(deepLinks);
		setRedirectStrategy(this);
	}

	@Override
	public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String address)
			throws IOException {
		URI page = URI.create(address);
		String query = (page.getRawQuery() != null) ? "?" + page.getRawQuery() : "";
		String path = page.getRawPath().replaceFirst("^/+", "/");
		response.sendRedirect(path + query + this.place.apply(request));
	}

}
