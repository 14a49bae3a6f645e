package org.asemeducation.stocktake.access.headers;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Adds to every answer, whoever gives it, the headers that it does not have when it
 * leaves. Scripts run only with the word that the policy of the same answer names; our
 * templates find it as {@code nonce}. There is no Cross-Origin-Opener-Policy: Tasklist
 * opens our pages out of its sandbox, and a browser shows no page there that has one.
 */
class PageHeaders extends OncePerRequestFilter {

	static final String NONCE = "nonce";

	private static final String POLICY = "Content-Security-Policy";

	private static final String DIRECTIVES = "default-src 'none'; script-src 'nonce-%s'; style-src 'self';"
			+ " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
			+ " frame-ancestors 'none'";

	private static final String UNUSED = "accelerometer=(), camera=(), display-capture=(), geolocation=(),"
			+ " gyroscope=(), hid=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=()";

	private static final int BYTES = 20;

	private static final long YEAR = 31_536_000;

	private final SecureRandom random = new SecureRandom();

	private final HeaderWriterFilter writers = new HeaderWriterFilter(List.of(PageHeaders::policy, hsts(),
			new XContentTypeOptionsHeaderWriter(), new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
			new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN), new PermissionsPolicyHeaderWriter(UNUSED)));

	PageHeaders() {
		// else Spring Security's filter of the same class would think that it had been
		// here
		this.writers.setBeanName("pageHeaderWriters");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		request.setAttribute(NONCE, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
		this.writers.doFilter(request, response, chain);
	}

	private static void policy(HttpServletRequest request, HttpServletResponse response) {
		if (!response.containsHeader(POLICY)) {
			response.setHeader(POLICY, DIRECTIVES.formatted(request.getAttribute(NONCE)));
		}
	}

	/** For this host alone: others of its domain are not ours to decide about. */
	private static HeaderWriter hsts() {
		return new HstsHeaderWriter(YEAR, false);
	}

}
