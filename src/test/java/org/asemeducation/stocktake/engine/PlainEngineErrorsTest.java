package org.asemeducation.stocktake.engine;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class PlainEngineErrorsTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					500 | ProcessEngineException | ### Error querying database. Cause: PSQLException: ERROR      | 500
					500 | NullPointerException   | Cannot invoke "org.camunda.bpm.engine.rest.dto.RetriesDto.x()" | 400
					400 | InvalidRequestException | Cannot deserialize value of type `org.camunda.bpm.engine.rest.dto.TaskQueryDto` | 400
					500 | RestException          | Something harmless that is not the caller's                    | 500
					""")
	void insidesStayInside(int status, String type, String message, int answered) throws Exception {
		MockHttpServletResponse response = answer(status, type, message);

		assertThat(response.getStatus()).isEqualTo(answered);
		assertThat(response.getContentAsString()).doesNotContain("org.camunda", "PSQL", "###", "Cannot invoke")
			.contains((answered == 500) ? PlainEngineErrors.OUR_FAULT : PlainEngineErrors.WRONG_CALL);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			403 | AuthorizationException  | The user may not read this.          | 403
			404 | InvalidRequestException | No matching task with id 1           | 404
			500 | NullValueException      | No group found with id 'x'.          | 400
			""")
	void sentencesReachThePerson(int status, String type, String message, int answered) throws Exception {
		MockHttpServletResponse response = answer(status, type, message);

		assertThat(response.getStatus()).isEqualTo(answered);
		assertThat(response.getContentAsString()).contains(message);
	}

	@Test
	void whatIsNoErrorPassesAsItIs() throws Exception {
		MockHttpServletResponse response = new MockHttpServletResponse();

		new PlainEngineErrors().doFilter(request(), response, (request, answer) -> {
			((HttpServletResponse) answer).setStatus(200);
			answer.getOutputStream().write("[{\"message\": \"org.camunda.bpm.Example\"}]".getBytes());
		});

		assertThat(response.getContentAsString()).contains("org.camunda.bpm.Example");
	}

	private static MockHttpServletResponse answer(int status, String type, String message)
			throws ServletException, IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		new PlainEngineErrors().doFilter(request(), response, (request, answer) -> {
			((HttpServletResponse) answer).setStatus(status);
			answer.setContentType("application/json");
			answer.getOutputStream()
				.write("{\"type\":\"%s\",\"message\":\"%s\",\"code\":null}"
					.formatted(type, message.replace("\"", "\\\""))
					.getBytes());
		});
		return response;
	}

	private static MockHttpServletRequest request() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/camunda/api/engine/engine/default/task");
		request.setServletPath("/camunda/api/engine");
		request.setPathInfo("/engine/default/task");
		return request;
	}

}
