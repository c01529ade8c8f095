package jianglian.publishing.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The most one delivery may hold. A spreadsheet is unpacked while it is read, so it may hold less.
@ConfigurationProperties("jianglian.intake")
record IntakeLimits(
    @DefaultValue("1GB") DataSize file,
    @DefaultValue("50MB") DataSize spreadsheet,
    @DefaultValue("500000") int rows,
    @DefaultValue("100000") int spreadsheetRows) {}
