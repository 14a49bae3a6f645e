package org.asemeducation.stocktake.access.throttle;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAddressTest {

	@ParameterizedTest
	@CsvSource({ "192.0.2.1,192.0.2.1", "2001:db8:1:2:3:4:5:6,20010db800010002", "2001:db8:1:2::9,20010db800010002",
			"2001:db8:1:3::9,20010db800010003", "::ffff:192.0.2.1,192.0.2.1", "an.example.org:80,unreadable",
			"an.example.org,an.example.org" })
	void householdIsOneClient(String address, String client) {
		assertThat(ClientAddress.of(address)).isEqualTo(client);
	}

}
