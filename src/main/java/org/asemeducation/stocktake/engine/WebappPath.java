package org.asemeducation.stocktake.engine;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The path of a request as the container decoded and normalised it, which is what the
 * servlets behind the filters see.
 */
final class WebappPath {

	private WebappPath() {
	}

	static String of(HttpServletRequest request) {
		String rest = request.getPathInfo();
		return request.getServletPath() + ((rest != null) ? rest : "");
	}

}
