<?xml version="1.0" encoding="UTF-8"?>
<!--
  The microbundle's domain.xml: Payara Micro's own one, with our settings in it. Made at build time, since the same settings
  as commands before the boot take longer at each start. A reference such as ${flow-manager.database.url} is kept as
  it is and looked up when the server reads the setting; the launcher provides the system properties.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="UTF-8"/>

  <!-- The default data source (java:comp/DefaultDataSource) is our database. -->
  <xsl:template match="jdbc-connection-pool[@name = 'H2Pool']">
    <jdbc-connection-pool name="H2Pool" res-type="javax.sql.DataSource"
        datasource-classname="${{flow-manager.database.data-source-class}}"
        steady-pool-size="2" max-pool-size="${{flow-manager.database.pool-size}}" max-wait-time-in-millis="10000"
        connection-validation-method="custom-validation"
        validation-classname="${{flow-manager.database.validation-class}}"
        is-connection-validation-required="true" validate-atmost-once-period-in-seconds="1"
        pool-resize-quantity="1" init-sql="${{flow-manager.database.init-sql}}"
        is-isolation-level-guaranteed="false" statement-cache-size="64">
      <property name="URL" value="${{flow-manager.database.url}}"/>
      <property name="user" value="${{flow-manager.database.user}}"/>
      <property name="password" value="${{flow-manager.database.password}}"/>
    </jdbc-connection-pool>
  </xsl:template>

  <!-- HTTP: no product name, long-lived connections, bounded requests. -->
  <xsl:template match="protocol[@name = 'http-listener']/http">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:attribute name="server-header">false</xsl:attribute>
      <xsl:attribute name="max-connections">-1</xsl:attribute>
      <xsl:attribute name="max-post-size-bytes">10485760</xsl:attribute>
      <xsl:attribute name="header-buffer-length-bytes">16384</xsl:attribute>
      <!-- A DELETE or GET with a body is the application's to answer. -->
      <xsl:attribute name="allow-payload-for-undefined-http-methods">true</xsl:attribute>
      <!-- The bounds of our own listener add-on are those of HTTP/1. -->
      <xsl:attribute name="http2-enabled">false</xsl:attribute>
      <xsl:apply-templates select="node()"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="thread-pool[@name = 'http-thread-pool']">
    <thread-pool name="http-thread-pool" min-thread-pool-size="4" max-thread-pool-size="64">
      <xsl:apply-templates select="@max-queue-size"/>
    </thread-pool>
  </xsl:template>

  <!-- Metrics are served by the application. -->
  <xsl:template match="microprofile-metrics-configuration">
    <microprofile-metrics-configuration enabled="false"/>
  </xsl:template>

  <!-- No data grid: nodes meet in the database only. -->
  <xsl:template match="hazelcast-config-specific-configuration">
    <hazelcast-config-specific-configuration enabled="false"/>
  </xsl:template>
  <xsl:template match="ejb-timer-service">
    <ejb-timer-service ejb-timer-service="Dummy"/>
  </xsl:template>
  <xsl:template match="availability-service">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:attribute name="availability-enabled">false</xsl:attribute>
      <xsl:apply-templates select="node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
