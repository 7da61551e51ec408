// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/importsamples.h"

namespace holdline::testing {

const std::vector<ImportSample>& importSamples()
{
    static const QString btc = QStringLiteral("binance:BTCUSDT");
    static const std::vector<ImportSample> samples{
        {"Binance Vision without header, ms and then us", "candles", nullptr, 3, 0, 0,
         "1735689480000,10.10000000,10.50000000,10.00000000,10.40000000,2.00000000,1735689539999,20.60000000,"
         "7,1."
         "00000000,10.30000000,0\n"
         "1735689540000,10.40000000,10.60000000,10.30000000,10.50000000,3.00000000,1735689599999,31.20000000,"
         "9,2."
         "00000000,20.90000000,0\n"
         "1735689600000000,10.50000000,10.70000000,10.40000000,10.60000000,4.00000000,1735689659999999,42."
         "20000000,"
         "11,1.50000000,15.80000000,0\n",
         btc},
        {"Binance Vision with header", "candles", nullptr, 1, 0, 0,
         "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_"
         "quote_volume,"
         "ignore\n1735689480000,10.1,10.5,10,10.4,2,1735689539999,20.6,7,1,10.3,0\n",
         btc},
        {"Bitstamp", "candles", nullptr, 2, 0, 0,
         "timestamp,open,high,low,close,volume\n1609459200,100,110,90,105,1.5\n1609459260,105,106,104,104.5,"
         "0\n",
         btc},
        {"CryptoDataDownload, newest first", "candles", nullptr, 3, 0, 0,
         "https://www.CryptoDataDownload.com\r\nunix,date,symbol,open,high,low,close,Volume BTC,Volume "
         "USDT,tradecount\r\n1641002400000,2022-01-01 "
         "02:00:00,BTC/USDT,3,4,2,3,10,30,5\r\n1640998800,2022-01-01 "
         "01:00:00,BTC/USDT,3,4,2,3,11,33,6\r\n1640995200,2022-01-01 00:00:00,BTC/USDT,3,4,2,3,12,36,7\r\n"},
        {"Kraken", "candles", nullptr, 2, 0, 0,
         "1381095240,122.0,123.5,121.0,122.5,0.1,1\n1381095300,122.5,123.61,123.5,123.61,0.2,2\n",
         QStringLiteral("kraken:BTC/USD")},
        {"columns in another order", "candles", nullptr, 3, 1, 0,
         "Date,Close,High,Low,Open,Volume\n2014-01-02,80.62999725341797,80.70999908447266,80.08000183105469,"
         "80."
         "13999938964844,0\n2014-01-03,80.79,80.9,80.5,80.6,0\n2014-01-06,NaN,80.9,80.5,80.6,0\n",
         QStringLiteral("DXY")},
        {"candles as JSON records", "candles", nullptr, 2, 0, 0,
         "[{\"time\":1609459200,\"open\":\"1\",\"high\":2,\"low\":0.5,\"close\":1.5},\n"
         "{\"time\":1609459260,\"open\":1.5,\"high\":2,\"low\":0.5,\"close\":1e0}]",
         btc},
        {"Farside with tabs", "etf flows", nullptr, 3, 0, 0,
         "\tIBIT\tFBTC\tBITB\tGBTC\tTotal\nFee\t0.25%\t0.25%\t0.20%\t1.50%\n14 Jan "
         "2026\t1,250.5\t(10.0)\t-\t0.0\t1,240.5\n15 Jan 2026\t-\t-\t2.5\t(3.5)\t(1.0)\n16 Jan "
         "2026\t5.0\t1.0\t1.0\t-\t7.0\nTotal\t1,255.5\t(9.0)\t3.5\t(3.5)\t1,246.5\nAverage\t1\t1\t1\t1\t1\n"},
        {"Farside as a page", "etf flows", nullptr, 2, 0, 0,
         "<!DOCTYPE html><html><body><table class=\"menu\"><tr><td>x</td></tr></table>\n<table class=\"etf "
         "wide\">\n<tr><th></th><th>iShares</th><th>Fidelity</th><th>Grayscale</th><th></th></tr>\n"
         "<tr><th>Date</th><th>IBIT</th><th>FBTC</th><th>GBTC</th><th>Total</th></tr>\n"
         "<tr><td>14 Jan 2026</td><td><span>12.5</span></td><td>(2.5)</td><td>-</td><td>10.0</td></tr>\n"
         "<tr><td>15 Jan 2026</td><td>1.0</td><td>&nbsp;0.0</td><td>2.0</td><td>3.0</td></tr>\n"
         "<tr><td>Total</td><td>13.5</td><td>(2.5)</td><td>2.0</td><td>13.0</td></tr>\n</table></body></"
         "html>\n"},
        {"ETF flows as a list", "etf flows", nullptr, 4, 1, 0,
         "date,fund,net_flow_usd\n2026-01-14,IBIT,1000000.5\n2026-01-14,FBTC,-250000\n2026-01-15,IBIT,"
         "nan\n2026-01-15,"
         "FBTC,7\n"},
        {"ETF flows as JSON", "etf flows", "etf flow json", 3, 0, 0,
         "{\"metadata\":{\"note\":\"x\"},\n \"daily_flows\":[\n"
         "  "
         "{\"date\":\"2026-01-14\",\"flows\":{\"IBIT\":648.4,\"FBTC\":125.4,\"GBTC\":0.0},\"total\":773.8},\n"
         "  "
         "{\"date\":\"2026-01-15\",\"total\":100.2,\"flows\":{\"FBTC\":-188.9,\"IBIT\":315.8,\"GBTC\":-0.0}},"
         "\n"
         "  {\"date\":\"2026-01-19\",\"flows\":{\"IBIT\":-1,\"DEFI\":0.5},\"total\":-0.5}]}\n"},
        {"cost bases, a column a band", "cohorts", nullptr, 2, 0, 0,
         "date,1d-1w,1W_1M,1m-3m,sth\n2026-01-19,91000.5,89000,92500,99300\n2026-01-20,90000,,92400,99200\n"},
        {"cost bases as a list", "cohorts", nullptr, 3, 1, 0,
         "date,band,cost_basis,supply_btc\n2026-01-20,sth,97000.25,3500000\n2026-01-20,lth,40000,\n2026-01-"
         "20,7d,1,1\n"},
        {"Binance liquidation snapshot", "liquidations", nullptr, 3, 0, 0,
         "time,side,order_type,time_in_force,original_quantity,price,average_price,order_status,last_fill_"
         "quantity,"
         "accumulated_fill_quantity\n1672531200123,SELL,LIMIT,IOC,0.5,16500,16510.5,FILLED,0.2,0."
         "5\n1672531201000,BUY,"
         "LIMIT,IOC,0.1,16600,16590,FILLED,0.1,0.1\n1672531201000,BUY,LIMIT,IOC,0.1,16600,16590,FILLED,0.1,0."
         "1\n"},
        {"liquidations with venues", "liquidations", nullptr, 3, 1, 0,
         "time,side,price,quantity,venue\n2026-01-20T16:00:00Z,long,90000,0.5,bybit\n2026-01-20T16:00:01Z,"
         "short,90100,1,"
         "okx\n2026-01-20T16:00:02Z,sell,90100,1,okx\n"},
        {"captured liquidations", "liquidations", nullptr, 2, 0, 0,
         "id,exchange,symbol,side,raw_side,qty,price,mark_price,notional_usd,event_ts,inserted_ts\n1,binance,"
         "ETHUSDT,"
         "short,BUY,0.036,2000,2000.5,72,1775207919322,1775207917718\n2,okx,ETH-USDT-SWAP,long,long:sell,0."
         "01,2000,2000,"
         "2,1775207968309,1775207966690\n"},
        {"sums of liquidations", "liquidations", nullptr, 3, 0, 0,
         "timestamp,long_usd,short_usd\n2025-10-06T12:00:00,0.0,0.0\n2025-10-06T16:00:00,748060.5,4579666."
         "25\n2025-10-"
         "06T20:00:00,1,2\n"},
        {"Coin Metrics", "table", "coin metrics daily", 3, 0, 1,
         "time,AdrActCnt,CapMrktCurUSD,FlowInExUSD,PriceUSD\n2026-01-19,700000,1800000000000.123456789012,"
         "1500.5,92000\n"
         "2026-01-20,710000,1760000000000,2911.25,88236.56\n2026-01-21,,,,\n"},
        {"MOF yields", "table", "mof yields", 3, 0, 0,
         "Interest Rate,,,(Unit : %)\nDate,1Y,20Y,40Y\n1974/9/24,10.327,-,-\n2014/12/1,-0.01,1.2,1.5\n2026/1/"
         "20,0.9,3.2,3.9\n\nnote,,,\n"},
        {"JGB auctions", "table", "jgb auctions", 2, 0, 0,
         "date,tenor,size_bn_jpy,yield,bid_to_cover\n2026-01-20,20-Year,800.0,3.27,3.1912345678901\n2026-01-"
         "22,40-Year,"
         "400.0,,2.9\n"},
        {"FRED", "table", "fred", 4, 0, 2,
         "observation_date,SP500\n2026-01-16,6940.01\n2026-01-19,\n2026-01-20,6796.86\n2026-01-21,.\n"},
        {"STH realized price", "cohorts", "sth realized price", 2, 0, 0,
         "[\n  {\n    \"date\": \"2026-01-20\",\n    \"sth_realized\": 97712.25,\n    \"price\": 88000.0,\n  "
         "  \"ma200\": "
         "null\n  },\n  "
         "{\"date\":\"2026-01-21\",\"sth_realized\":97573.5,\"price\":89000.0,\"ma200\":1}\n]\n"},
        {"supply and realized cap by age", "cohorts", nullptr, 3, 1, 0,
         "date,block_number,price_usd,total_utxo_value,utxo_value_under_1d,utxo_value_1d_1w,utxo_value_5y_8y,"
         "realized_cap,utxo_realcap_under_1d,utxo_realcap_1d_1w,utxo_realcap_5y_8y\n"
         "2010-01-10,1,,400000000,100000000,300000000,0,,,,\n"
         "2020-10-19,2,11745.8,600000000,100000000,200000000,300000000,32000.5,11700,20000.5,300\n"
         "2020-10-21,3,,600000000,100000000,200000000,300000000,20300,0,20000,300\n"},
        {"events", "events", nullptr, 3, 1, 0,
         "time,title,category,importance,actual,prior,unit,note\n2026-01-20T03:35:00Z,\"20-year auction, "
         "Japan\",auction,"
         "high,3.19,4.1,x,\"first line\nsecond "
         "line\"\n2026-12-08,Election,election,3,,,,\n2026-12-09,Vote,,urgent,,,,\n"},
        {"a calendar", "events", nullptr, 5, 1, 0,
         "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:"
         "19700101T000000\r\nTZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
         "BEGIN:VEVENT\r\nUID:auction\r\nDTSTART;TZID=Ours:20260120T123500\r\nRRULE:FREQ=MONTHLY;BYDAY=3TU;"
         "COUNT=3\r\nSUMMARY:20-year auction\\, Ja\r\n pan\r\nPRIORITY:2\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n"
         "UID:vote\r\nDTSTART;VALUE=DATE:20261103\r\nSUMMARY:Election\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:no"
         "\r\nDTSTART:20260120T100000Z\r\nSUMMARY:Gone\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\nEND:VCALENDAR"
         "\r\n"},
        {"levels", "levels", nullptr, 2, 1, 0,
         "{\"levels\":[{\"id\":\"defense-band\",\"instrument\":\"binance:BTCUSDT\",\"name\":\"Defense "
         "band\",\"low\":89800,"
         "\"high\":90000,\"role\":\"support\"},\n{\"id\":\"upside\",\"instrument\":\"binance:BTCUSDT\","
         "\"name\":\"Upside\","
         "\"low\":93000,\"high\":92000,\"role\":\"resistance\"}]}"},
    };
    return samples;
}

} // namespace holdline::testing
