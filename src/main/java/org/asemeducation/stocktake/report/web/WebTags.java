package org.asemeducation.stocktake.report.web;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives the pages of the web edition a tag that changes when a byte does, and answers 304
 * to who has it.
 */
@Component
class WebTags extends ShallowEtagHeaderFilter {

	private static final Pattern TAGGED = Pattern
		.compile("/reports/[A-Za-z0-9-]+(/initiatives/[A-Za-z0-9-]+)?|/reports/feed\\.atom|/api/reports(/[^/]+)?");

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !TAGGED.matcher(request.getRequestURI().substring(request.getContextPath().length())).matches();
	}

}
