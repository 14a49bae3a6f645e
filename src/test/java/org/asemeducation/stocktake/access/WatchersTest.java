package org.asemeducation.stocktake.access;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class WatchersTest {

	private final Accounts accounts = mock(Accounts.class);

	private final Watchers watchers = new Watchers(new WatchSettings(""), this.accounts);

	@AfterEach
	void clear() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void whileTheDatabaseIsAwayTheRequestGoesOnAndNobodyIsKnown() throws Exception {
		// given
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("aes", null));
		given(this.accounts.groupsOf("aes")).willThrow(new DataAccessResourceFailureException("gone"));
		MockFilterChain chain = new MockFilterChain();

		// when
		this.watchers.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), chain);

		// then
		assertThat(chain.getRequest()).isNotNull();
		assertThat(SecurityContextHolder.getContext().getAuthentication().getAuthorities()).isEmpty();
	}

}
