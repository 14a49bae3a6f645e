package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the REST interfaces of the web applications and lets through what they
 * need. The engine's own rights would let a candidate complete a task with any variable,
 * or end it with a BPMN error, and the secretariat start a cycle twice.
 */
class EngineCallGuard extends OncePerRequestFilter {

	private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

	/**
	 * The database keeps no such character, written out in JSON after an even number of
	 * backslashes.
	 */
	private static final Pattern NULL_CHARACTER = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\u0000");

	/** A moment that the database does not know, which the engine would look for. */
	private static final Pattern BEYOND_TIME = Pattern.compile("[:\\[,]\\s*-?\\d{15}");

	private final IdentityService identities;

	EngineCallGuard(IdentityService identities) {
		this.identities = identities;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = WebappPath.of(request);
		String method = request.getMethod();
		if (!EngineCallRules.isAllowedToAnybody(method, path) && !EngineCallRules.isAllowedTo(groups(), method, path)) {
			refuse(response, HttpServletResponse.SC_FORBIDDEN,
					"This is not done here: open the task and use the buttons of its form.");
		}
		else if (EngineCallRules.changesTaskVariables(method, path)) {
			refuse(response, HttpServletResponse.SC_FORBIDDEN, "Variables of a task are not written from outside.");
		}
		else if (Stream.of("firstResult", "maxResults").anyMatch((name) -> isNegative(request.getParameter(name)))) {
			refuse(response, HttpServletResponse.SC_BAD_REQUEST,
					"There is no part of a list before its beginning: ask for 0 or more.");
		}
		else if (method.equals("GET") || method.equals("HEAD")) {
			chain.doFilter(request, response);
		}
		else {
			lookInto(request, response, chain);
		}
	}

	private void lookInto(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		RepeatableRequest repeatable = RepeatableRequest.of(request);
		if (repeatable.isTooLong()) {
			refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
					"This call is longer than anything that can be asked here.");
		}
		else if (NULL_CHARACTER.matcher(repeatable.text()).find()) {
			refuse(response, HttpServletResponse.SC_BAD_REQUEST,
					"The call holds the character U+0000, which cannot be kept: leave it out.");
		}
		else if (BEYOND_TIME.matcher(repeatable.text()).find()) {
			refuse(response, HttpServletResponse.SC_BAD_REQUEST,
					"The call holds a number that is too large for anything here: make it smaller.");
		}
		else if (EngineCallRules.changesTask(request.getMethod(), WebappPath.of(request))
				&& carriesVariables(repeatable.body())) {
			refuse(response, HttpServletResponse.SC_FORBIDDEN, "A call for a task may not carry variables.");
		}
		else {
			chain.doFilter(repeatable, response);
		}
	}

	/** The database takes no such number for the part of a list. */
	private static boolean isNegative(@Nullable String number) {
		return number != null && number.strip().startsWith("-");
	}

	private Set<String> groups() {
		Authentication person = SecurityContextHolder.getContext().getAuthentication();
		return (person != null) ? this.identities.createGroupQuery()
			.groupMember(person.getName())
			.list()
			.stream()
			.map(Group::getId)
			.collect(Collectors.toUnmodifiableSet()) : Set.of();
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

	private static void refuse(HttpServletResponse response, int status, String reason) throws IOException {
		response.setStatus(status);
		response.setContentType("application/json;charset=UTF-8");
		JSON.writeValue(response.getOutputStream(),
				JSON.createObjectNode().put("type", "NotAllowed").put("message", reason));
	}

}
