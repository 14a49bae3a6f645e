package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the insides of a failure out of the answers of Camunda's interfaces, which put
 * the message of any exception into them, with classes and SQL. The web applications show
 * {@code message}, so it stays whenever it is a sentence.
 */
class PlainEngineErrors extends OncePerRequestFilter {

	static final String WRONG_CALL = "This call is not as it should be: load the page again and repeat what you did.";

	static final String OUR_FAULT = "Something went wrong on our side. Nothing that you saved is lost: go back and try again,"
			+ " and tell the ASEM Education Secretariat when it happens again.";

	private static final Logger log = LoggerFactory.getLogger(PlainEngineErrors.class);

	private static final ObjectMapper JSON = new ObjectMapper();

	/** Names of classes with their packages, statements, and what Java says by itself. */
	private static final Pattern INSIDES = Pattern.compile(
			"\\b[a-z]\\w*(\\.[a-z]\\w*)+\\.[A-Z]\\w*|###|\\bSQL|Exception\\b|Cannot invoke|\\bat \\[Source|\\n\\s*at ");

	/** Failures of the caller, which Camunda answers as its own. */
	private static final Set<String> OF_THE_CALLER = Set.of("NullValueException", "NotFoundException",
			"NotValidException", "BadUserRequestException");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HeldErrorResponse held = new HeldErrorResponse(response);
		chain.doFilter(request, held);
		byte[] body = held.error();
		if (body != null && !response.isCommitted()) {
			write(request, response, body);
		}
	}

	private static void write(HttpServletRequest request, HttpServletResponse response, byte[] body)
			throws IOException {
		ObjectNode error = read(body);
		byte[] answer = body;
		if (error != null) {
			String message = error.path("message").asText("");
			int status = status(response.getStatus(), error.path("type").asText(), message);
			if (message.isBlank() || INSIDES.matcher(message).find()
					|| status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
				log.warn("{} {} failed with {}: the answer keeps silent about its insides.", request.getMethod(),
						WebappPath.of(request), error.path("type").asText());
				error.put("message", (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) ? OUR_FAULT : WRONG_CALL);
				error.put("type", (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) ? "RestException"
						: "InvalidRequestException");
			}
			response.setStatus(status);
			answer = JSON.writeValueAsBytes(error);
		}
		else if (INSIDES.matcher(new String(body, StandardCharsets.UTF_8)).find()) {
			response.setContentType("application/json;charset=UTF-8");
			answer = JSON
				.writeValueAsBytes(JSON.createObjectNode().put("type", "RestException").put("message", WRONG_CALL));
		}
		response.setContentLength(answer.length);
		response.getOutputStream().write(answer);
	}

	private static int status(int answered, String type, String message) {
		boolean ofTheCaller = OF_THE_CALLER.contains(type)
				|| (type.equals("NullPointerException") && message.contains("Dto"));
		return (answered == HttpServletResponse.SC_INTERNAL_SERVER_ERROR && ofTheCaller)
				? HttpServletResponse.SC_BAD_REQUEST : answered;
	}

	private static @Nullable ObjectNode read(byte[] body) throws IOException {
		try {
			JsonNode error = JSON.readTree(body);
			return (error instanceof ObjectNode object && object.has("message")) ? object : null;
		}
		catch (JsonProcessingException ex) {
			return null;
		}
	}

}
