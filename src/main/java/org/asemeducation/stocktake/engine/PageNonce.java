package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Sends the policy for scripts of Camunda's applications, with a nonce for each answer.
 * Camunda's own filter keeps one nonce for all requests at a time, so that a page which
 * is loaded while somebody else works stays blank. Camunda now writes a mark into its
 * pages, once for all, which is replaced here.
 */
class PageNonce extends OncePerRequestFilter {

	private static final int BYTES = 20;

	private final SecureRandom random = new SecureRandom();

	private final String mark = next();

	@Override
	protected void initFilterBean() {
		getServletContext().setAttribute(ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE, this.mark);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String nonce = next();
		response.setHeader(ContentSecurityPolicyProvider.HEADER_NAME, ContentSecurityPolicyProvider.HEADER_DEFAULT_VALUE
			.replace(ContentSecurityPolicyProvider.HEADER_NONCE_PLACEHOLDER, "'nonce-%s'".formatted(nonce)));
		if (!isPage(request)) {
			chain.doFilter(request, response);
			return;
		}
		ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, page);
		byte[] content = page.getContentAsByteArray();
		if (content.length > 0 && isText(page)) {
			// a charset that keeps every byte: the mark is ASCII
			String text = new String(content, StandardCharsets.ISO_8859_1).replace(this.mark, nonce);
			page.resetBuffer();
			page.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
		}
		page.copyBodyToResponse();
	}

	/** Only pages carry the nonce: scripts, styles and pictures have an ending. */
	private static boolean isPage(HttpServletRequest request) {
		String path = WebappPath.of(request);
		return path.startsWith("/camunda/app/")
				&& (path.endsWith(".html") || path.indexOf('.', path.lastIndexOf('/')) < 0);
	}

	private static boolean isText(HttpServletResponse page) {
		return page.getContentType() == null || page.getContentType().startsWith("text/");
	}

	private String next() {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
