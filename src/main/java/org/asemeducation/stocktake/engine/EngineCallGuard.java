package org.asemeducation.stocktake.engine;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the REST interfaces of the web applications. The engine's own rights let
 * a candidate complete a task with any variable, or end it with a BPMN error; here that
 * is refused.
 */
class EngineCallGuard extends OncePerRequestFilter {

	private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

	private final IdentityService identities;

	EngineCallGuard(IdentityService identities) {
		this.identities = identities;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = WebappPath.of(request);
		String method = request.getMethod();
		if (!EngineCallRules.isAllowedToAnybody(method, path) && !isSecretariatOrAdministrator()) {
			refuse(response, "This is not done here: open the task and use the buttons of its form.");
		}
		else if (EngineCallRules.changesTaskVariables(method, path)) {
			refuse(response, "Variables of a task are not written from outside.");
		}
		else if (EngineCallRules.changesTask(method, path)) {
			RepeatableRequest repeatable = new RepeatableRequest(request);
			if (carriesVariables(repeatable.body())) {
				refuse(response, "A call for a task may not carry variables.");
			}
			else {
				chain.doFilter(repeatable, response);
			}
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private boolean isSecretariatOrAdministrator() {
		Authentication person = SecurityContextHolder.getContext().getAuthentication();
		return person != null && this.identities.createGroupQuery()
			.groupMember(person.getName())
			.groupIdIn("aes", "camunda-admin")
			.count() > 0;
	}

	private static boolean carriesVariables(byte[] body) throws IOException {
		if (body.length == 0) {
			return false;
		}
		try {
			JsonNode variables = JSON.readTree(body).path("variables");
			return !variables.isMissingNode() && !variables.isNull() && !variables.isEmpty();
		}
		catch (JsonProcessingException ex) {
			return true;
		}
	}

	private static void refuse(HttpServletResponse response, String reason) throws IOException {
		response.setStatus(HttpServletResponse.SC_FORBIDDEN);
		response.setContentType("application/json;charset=UTF-8");
		JSON.writeValue(response.getOutputStream(),
				JSON.createObjectNode().put("type", "NotAllowed").put("message", reason));
	}

}
